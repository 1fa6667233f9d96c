internal import CICU

/// The ICU that is loaded, for records of what made a result.
package enum ICUVersion {
  /// Its version, such as `72.1`.
  package static var library: String { unsafe String(cString: cicu_version()) }

  /// The version of the Unicode data in it, such as `15.0`.
  package static var unicode: String { unsafe String(cString: cicu_unicode_version()) }
}
