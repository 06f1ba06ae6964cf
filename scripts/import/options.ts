import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { slug } from '@portal/content/schema/entries/slug'

/** What the command was asked to do. Paths of `files` are as given. */
export type ImportOptions = { ok: true; files: string[]; out: string | null; slug: string | null }

export const usage = [
  '用法：npm run import -- 文件… [--out 文件夹] [--slug 名称]',
  '  文件          法规文本：.md .txt .html .docx，可以有多个',
  '  --out 文件夹  写成内容文件（文件夹/regulations/名称.json）；不写则存为运行中的 CMS 的草稿',
  '  --slug 名称   条目的网址名称，只能用小写字母、数字和连字符；只能用于一个文件',
].join('\n')

/**
 * Where paths begin: npm runs scripts in the folder of package.json and tells in INIT_CWD where
 * its user stands.
 */
export function startFolder(environment: Record<string, string | undefined>): string {
  const byNpm = environment['npm_lifecycle_event'] === 'import'
  return (byNpm && environment['INIT_CWD']) || process.cwd()
}

/** Reads the command line; `problem` says what is wrong with it. */
export function readOptions(
  words: string[],
  environment: Record<string, string | undefined>,
): ImportOptions | { ok: false; problem: string } {
  let parsed
  try {
    parsed = parseArgs({
      args: words,
      options: { out: { type: 'string' }, slug: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    return { ok: false, problem: `认不出的参数：${error instanceof Error ? error.message : error}` }
  }
  const { positionals: files, values } = parsed
  if (files.length === 0) return { ok: false, problem: '没有指定要导入的文件' }
  if (values.out === '') return { ok: false, problem: '--out 后面要写文件夹' }
  if (values.slug !== undefined) {
    if (files.length > 1) return { ok: false, problem: '--slug 只能用于一个文件' }
    const checked = slug.safeParse(values.slug)
    if (!checked.success)
      return { ok: false, problem: `--slug：${checked.error.issues[0]?.message}` }
  }
  const out = values.out ?? null
  const start = startFolder(environment)
  return {
    ok: true,
    files,
    out: out === null || isAbsolute(out) ? out : resolve(start, out),
    slug: values.slug ?? null,
  }
}
