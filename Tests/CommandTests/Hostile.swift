import TestSupport

/// Records whose texts try to run, to break out of the page, or to hide what they are.
enum Hostile {
  static let longWord = String(repeating: "W", count: 10_000)

  static func edit(_ sandbox: Sandbox) throws {
    let folder = "Portfolio/standards/data/"
    try sandbox.edit(
      folder + "ucum.yml", "brief-name: UCUM\n",
      "brief-name: \"<script>window.hacked=1</script>\"\n")
    try sandbox.edit(
      folder + "loinc.yml", "brief-name: LOINC\n",
      "brief-name: \"\\\"><img src=x onerror=window.hacked=1>\"\n")
    try sandbox.edit(
      folder + "icd-11.yml", "brief-name: ICD-11\n",
      "brief-name: \"</style></script><svg onload=window.hacked=1>\"\n")
    try sandbox.edit(
      folder + "udi.yml", "brief-name: UDI\n",
      "brief-name: \"[UDI](javascript:window.hacked=1) תקן رمز\"\n")
    for name in ["icd-9", "icd-10"] {
      let path = folder + name + ".yml"
      let text = try sandbox.read(path)
      let scope = text.split(separator: "\n").first { $0.hasPrefix("scope:") } ?? ""
      try sandbox.edit(
        path, String(scope),
        name == "icd-9" ? "scope: \(longWord)" : "scope: \"Left \u{202E}thgir &lt;b&gt; &amp;\"")
    }
  }
}
