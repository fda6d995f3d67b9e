import Git

/// The git blob id of a text, 40 hexadecimal digits.
package func blobID(_ text: String) -> String { ObjectID.blob(Array(text.utf8)).hex }
