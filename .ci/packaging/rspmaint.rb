# Builds rspmaint from the source archive that is published beside this formula.
class Rspmaint < Formula
  desc "Maintain a Reference Standards Portfolio (ISO 21860) in git"
  homepage "https://example.org/rspmaint"
  url "https://example.org/rspmaint/rspmaint-@VERSION@.tar.gz"
  sha256 "@SHA256@"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "expat"
  depends_on "libgit2"
  depends_on "libxlsxwriter"
  depends_on "libyaml"
  depends_on "libzip"
  depends_on macos: :sequoia

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "rspmaint"
    bin.install ".build/release/rspmaint"
    man1.mkpath
    system bin/"rspmaint", "man", "--output", man1
    generate_completions_from_executable(bin/"rspmaint", "completions")
    (pkgshare/"portfolio").install "Portfolio", "Proposals", ".gitattributes"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/rspmaint --version")
    system bin/"rspmaint", "validate", "--repo", pkgshare/"portfolio"
  end
end
