import Forms
import Testing

@Suite("Hostile XML")
struct HostileXMLTests {
  private func fault(_ document: String) -> FormProblem.Fault? {
    var made = MadeDocument("")
    made.main = "other.xml"
    made.extra = [("word/document.xml", Array(document.utf8))]
    do throws(FormProblem) {
      _ = try FormContent(reading: made.bytes, file: "x.docx")
      return nil
    } catch {
      #expect(error.place.description == "x.docx, part word/document.xml")
      return error.fault
    }
  }

  private static let word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  private func nested(_ depth: Int) -> String {
    "<w:document \(HostileXMLTests.word)><w:body>"
      + String(repeating: "<w:sdt><w:sdtContent>", count: depth)
      + String(repeating: "</w:sdtContent></w:sdt>", count: depth) + "</w:body></w:document>"
  }

  @Test(
    "Is refused with a document type: entities within entities, and such from elsewhere",
    arguments: [
      "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>",
      "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><a>&a;</a>",
      "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>",
      "<!DOCTYPE a [<!ENTITY % a SYSTEM \"http://example.org/a\"> %a;]><a/>",
      "<!DOCTYPE a><a/>",
    ])
  func documentTypes(text: String) { #expect(fault(text) == .declaresType) }

  @Test("Is refused where it is no XML, with the line")
  func malformed() {
    #expect(fault("<a>\n<b></a>") == .isMalformed(line: 2, "mismatched tag"))
    #expect(fault("") == .isMalformed(line: 1, "no element found"))
    #expect(fault("<a>&b;</a>") == .isMalformed(line: 1, "undefined entity"))
    #expect(fault("<w:a/>") == .isMalformed(line: 1, "unbound prefix"))
    #expect(fault("<a>\u{1}</a>") == .isMalformed(line: 1, "not well-formed (invalid token)"))
  }

  @Test("Is refused with elements too deep in each other, or too many")
  func limits() {
    #expect(fault(nested(98)) == nil)
    #expect(fault(nested(100)) == .isTooDeep(most: 200))
    let many = String(repeating: "<a/>", count: 600_000)
    #expect(fault("<a>\(many)</a>") == .hasTooManyElements(most: 600_000))
  }
}
