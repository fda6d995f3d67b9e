package enum Commands { package static func run() {} }
