import CLibyaml

/// The version of libyaml, which is linked.
package enum YAMLVersion {
  package static var loaded: String { String(cString: yaml_get_version_string()) }
}
