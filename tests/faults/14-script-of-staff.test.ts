import assert from 'node:assert/strict'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { formatDocument } from '@portal/content/entry/document'
import { chromium } from 'playwright'
import { clip } from '../../cms/src/writing/clip/clip.ts'
import { tidyMarkdown } from '../../cms/src/writing/markdown/tidy.ts'
import { convertWord } from '../../cms/src/writing/word/convert.ts'
import { requireChromium } from '../../scripts/test/chromium.ts'
import { runBuild } from '../support/release/built-site.ts'
import { chromiumFlags } from '../support/machine/chromium.ts'
import { root } from '../support/machine/installation.ts'
import { writeDocx } from '../support/law/docx.ts'

const typed = [
  '打字<script>window.hit = "typed"</script>',
  '<img src=x onerror="window.hit = 1">',
  '[链接](javascript:window.hit=2)',
  '<javascript:window.hit=3>',
  '&lt;svg onload=window.hit=4&gt;',
  '![图](javascript:window.hit=5)',
  '| <b onclick="window.hit=6">格</b> |\n| --- |\n| &#x3c;script&#x3e;window.hit=7&#x3c;/script&#x3e; |',
].join('\n\n')

const pasted = clip(
  `<p>粘贴<script>window.hit = 8</script><a href="javascript:window.hit=9">点这里</a></p>
  <p onclick="window.hit=10">&lt;script&gt;window.hit = 11&lt;/script&gt;</p>
  <svg onload="window.hit=12"><script>window.hit=13</script></svg>
  <a href="data:text/html,<script>window.hit=14</script>">数据</a><iframe srcdoc="<script>parent.hit=15</script>"></iframe>`,
).markdown

/** Serves a folder without the headers of the portal: nothing else may be what stops a script. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!existsSync(file)) return void response.writeHead(404).end()
    const types: Record<string, string> = {
      html: 'text/html; charset=utf-8',
      js: 'text/javascript',
      css: 'text/css',
    }
    response.setHeader(
      'content-type',
      types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    )
    createReadStream(file).pipe(response)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('14 script, javascript: and entities that staff type or paste', () => {
  let work: string
  let server: Server
  before(async () => {
    work = await mkdtemp(join(tmpdir(), 'script-of-staff-'))
    const content = join(work, 'content')
    await cp(join(root, 'content'), content, { recursive: true })
    const word = await convertWord(
      writeDocx([
        '标题',
        '来自文档<script>window.hit = 16</script>',
        '[x](javascript:window.hit=17)',
      ]),
      work,
    )
    assert.ok(word.ok)
    const data = {
      title: '<script>window.hit = 18</script>标题',
      summary: '摘要<img src=x onerror=window.hit=19>',
      source: '本局',
      publishedAt: '2026-11-01T09:00:00+08:00',
      series: '主题征文',
    }
    const body = [typed, tidyMarkdown(typed), pasted, word.markdown].join('\n\n')
    await writeFile(join(content, 'essays', 'hostile.md'), formatDocument(data, body))
    const out = join(work, 'release')
    const { code, stderr } = await runBuild(out, {
      CONTENT_DIR: content,
      DATA_DIR: join(work, 'data'),
    })
    assert.equal(code, 0, stderr)
    server = await serve(join(out, 'client'))
  })
  after(async () => {
    server?.closeAllConnections()
    server?.close()
    await rm(work, { recursive: true, force: true })
  })

  it('are shown as text, and nothing runs on the built pages', async () => {
    const executablePath = await requireChromium()
    const browser = await chromium.launch({ executablePath, args: chromiumFlags })
    try {
      const page = await browser.newPage()
      const { port } = server.address() as AddressInfo
      for (const path of ['/essays/hostile/', '/essays/']) {
        await page.goto(`http://127.0.0.1:${port}${path}`)
        await page.waitForLoadState('networkidle')
        assert.equal(await page.evaluate('window.hit'), undefined, path)
        assert.equal(await page.locator('[href^="javascript:" i], [href^="data:" i]').count(), 0)
        assert.equal(
          await page.locator('main [onclick], main [onerror], main svg[onload]').count(),
          0,
        )
      }
      await page.goto(`http://127.0.0.1:${port}/essays/hostile/`)
      const text = await page.locator('main').innerText()
      for (const said of [
        '打字<script>window.hit = "typed"</script>',
        '<img src=x onerror="window.hit = 1">',
        '<svg onload=window.hit=4>',
        '<script>window.hit=7</script>',
        '<script>window.hit = 11</script>',
        '来自文档<script>window.hit = 16</script>',
        '点这里',
      ]) {
        assert.ok(text.includes(said), `${said} is not shown`)
      }
    } finally {
      await browser.close()
    }
  })
})
