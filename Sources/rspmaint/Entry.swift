import Commands

@main
struct Entry {
  static func main() { Commands.run() }
}
