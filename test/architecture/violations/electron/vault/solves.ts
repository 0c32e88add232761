// breaks: solver-and-hash-only-in-statistics
import 'highs'
