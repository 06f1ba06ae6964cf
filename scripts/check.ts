import { runChecks } from './check/checks.ts'

const failed = await runChecks()
process.exit(failed.length > 0 ? 1 : 0)
