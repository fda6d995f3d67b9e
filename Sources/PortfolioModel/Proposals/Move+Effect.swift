extension Move {
  /// What the move means to a project that uses the portfolio (5.1), as one sentence.
  package var effect: String {
    switch (from.group, to.group) {
    case (.preferred?, .legacy?), (.legacy?, .preferred?):
      // A standard that is mandated locally may take the place of a required one.
      "It stays required where its scope applies, unless locally mandated otherwise (5.1)."
    case (.emerging?, .preferred?), (.emerging?, .legacy?):
      "It becomes required where its scope applies (5.1)."
    case (_?, .emerging?):
      "It is no longer required where its scope applies: due consideration only (5.1)."
    case (_, let group?): "\(group.effect.capitalisedFirst) (5.1)."
    case (_, nil): "It is no longer part of the portfolio."
    }
  }
}
