import PortfolioModel
import Reports

extension Rspmaint {
  /// What the pages of the manual say alike.
  static func manualSetting(on date: CalendarDate) -> ManualPage.Setting {
    ManualPage.Setting(
      version: version, date: date,
      groups: verbsByHeading,
      exitCodes: [
        (0, "Done."),
        (1, "There are findings, or it was refused; standard error says why."),
        (64, "An argument is wrong."),
        (65, "A file or text that was given can't be read."),
        (66, "Something that was named does not exist."),
        (71, "The system allows too little memory or too few open files."),
        (73, "A file can't be written."),
        (74, "Standard output can't be written."),
        (75, "Something else is in the way for now; try again."),
      ],
      variables: [
        ("NO_COLOR", "No colours, unless they are asked for."),
        (
          "RSPMAINT_PAGER",
          "The pager for what is longer than the screen; else GIT_PAGER, git's core.pager, PAGER, "
            + "or less. Empty, or cat: none."
        ),
        ("COLUMNS", "The width of reports that go to no terminal."),
        ("GIT_AUTHOR_NAME", "With the other variables of git's, who saves and reviews."),
      ])
  }
}
