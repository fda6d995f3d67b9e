package import Diagnostics

/// Makes text of a hint. Reports know no command and no option: who prints a report words them.
package typealias HintWording = (Hint) -> String
