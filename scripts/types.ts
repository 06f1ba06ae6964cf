import { generateTypes } from './types/generate.ts'
import { step } from './progress.ts'

await step('按内容类型重新生成 cms/types/generated', generateTypes)
