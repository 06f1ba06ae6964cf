import { execFile } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Office } from './office.ts'
import { run } from './run.ts'

const frame = (main: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><nav><a href="/">首页</a><a href="/notices/">公示</a></nav><main>${main}</main></body></html>\n`
const row = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p></li>'

/** What Hugo makes of the texts: a page each, lists by topic and category with pages, feeds, a map. */
const site = {
  'hugo.toml': `baseURL = "http://localhost/"
languageCode = "zh-CN"
title = "公示"
paginate = 15
disableKinds = []
[taxonomies]
topic = "topic"
category = "category"
`,
  'layouts/_default/single.html': frame(
    '<h1>{{ .Title }}</h1><p>{{ .Params.request }}</p>{{ .Content }}',
  ),
  'layouts/_default/list.html': frame(
    `<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}${row}{{ end }}</ul>{{ template "_internal/pagination.html" . }}`,
  ),
}

/** Builds the notices of an office with Hugo. @returns what it took, or why it was not measured */
export async function buildWithHugo(
  office: Office,
): Promise<{ fullSeconds: number; version: string } | { missing: string }> {
  const version = await promisify(execFile)('hugo', ['version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
  if (version === undefined) {
    console.error('  没有安装 Hugo（Debian：apt-get install hugo），这一项没有测。')
    return { missing: 'hugo' }
  }
  const folder = join(office.folder, 'hugo')
  for (const [name, text] of Object.entries(site)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await cp(join(office.content, 'notices'), join(folder, 'content', 'notices'), { recursive: true })
  const command = ['hugo', '--quiet', '--source', folder, '--buildFuture']
  const { seconds } = await run(command, process.env)
  return { fullSeconds: Number(seconds.toFixed(2)), version: version.split(' ')[1] ?? version }
}
