// breaks: nothing-imports-test
import '../../test/support/probe.ts'
