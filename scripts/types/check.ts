import { areCurrent } from './fingerprint.ts'

if (!(await areCurrent())) {
  console.error(
    'cms/types/generated 与内容类型对不上：请运行 npm run types，把生成的文件一起提交。',
  )
  process.exit(1)
}
