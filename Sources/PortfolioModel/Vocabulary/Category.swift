/// The kind of standard, which is also its folder (ISO 21860:2020, 5.3 to 5.5).
package enum Category: String, CaseIterable, Sendable {
  case data, content
  case informationExchange = "information-exchange"
  case privacyAndSecurity = "privacy-and-security"
  case technicalWorkflow = "technical-workflow"
  case functional, workflow
  case businessProcess = "business-process"
  case safety
}
