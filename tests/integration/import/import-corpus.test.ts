import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { plainText } from '@portal/content/law/text'
import { regulation, type Regulation } from '@portal/content/schema/entries/regulation'
import { runImport } from '../../support/law/command.ts'
import { collections, longSample, samples } from '../../support/law/collections.ts'
import { articlesOf, parseBytes } from '../../support/law/parse.ts'

const petition = join(samples, longSample)

/** The characters of a Markdown file, less its markers. */
function charactersOf(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/^#+/gmu, '')
    .replace(/^\|[-|\s]+\|$/gmu, '')
    .replace(/[\s\u200b|]/gu, '')
}

/** Headings of articles and chapters at the start of a line, counted without the importer. */
function countIn(markdown: string): { chapters: number; articles: number } {
  const numeral = '[零〇一二三四五六七八九十百千]+'
  const articles = markdown.match(new RegExp(`^第${numeral}(?:条(?:之${numeral})?\\s| 条)`, 'gmu'))
  const chapters = markdown.match(new RegExp(`^#+\\s*第${numeral}章`, 'gmu'))
  return { articles: articles?.length ?? 0, chapters: chapters?.length ?? 0 }
}

test('the Regulations are 6 chapters and 50 articles, every character kept', async () => {
  const out = await mkdtemp(join(tmpdir(), 'import-'))
  try {
    const { code, lines } = await runImport([petition, '--out', out])
    assert.deepEqual(lines, [{ file: petition, title: '信访工作条例', chapters: 6, articles: 50 }])
    assert.equal(code, 0)
    const path = join(out, 'regulations', 'petition-work-regulations.json')
    const entry = regulation.parse(JSON.parse(await readFile(path, 'utf8')))
    const source = charactersOf(await readFile(petition, 'utf8'))
    assert.equal(charactersOf(plainText(entry).join('')), source)
    assert.equal(entry.issuer, '中共中央、国务院')
    assert.equal(entry.issuedOn, '2022-02-25')
    assert.equal(entry.effectiveOn, '2022-05-01')
    assert.deepEqual(
      articlesOf(entry).map((article) => article.number),
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    assert.equal(articlesOf(entry)[45]?.paragraphs[0]?.items.length, 7)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})

test('importing the Regulations keeps the explanations of the bundled entry', async () => {
  const out = await mkdtemp(join(tmpdir(), 'import-'))
  const bundled = fileURLToPath(
    new URL('../../../content/regulations/petition-work-regulations.json', import.meta.url),
  )
  const text = await readFile(bundled, 'utf8')
  const guides = (entry: Regulation) => articlesOf(entry).map((article) => article.guide)
  try {
    await runImport([petition, '--out', out])
    const path = join(out, 'regulations', 'petition-work-regulations.json')
    await writeFile(path, text)
    assert.equal((await runImport([petition, '--out', out])).code, 0)
    const merged = regulation.parse(JSON.parse(await readFile(path, 'utf8')))
    assert.deepEqual(guides(merged), guides(regulation.parse(JSON.parse(text))))
    assert.ok(articlesOf(merged).every((article) => article.paragraphs.length > 0))
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})

for (const laws of collections) {
  const files = globSync('**/*.md', { cwd: laws }).sort()

  test(`every one of ${files.length} texts is read right or refused with a reason`, async (t) => {
    const refused = new Map<string, string>()
    let catalogues = 0
    for (const file of files) {
      const bytes = await readFile(join(laws, file))
      const parsed = await parseBytes(file, bytes)
      if (!parsed.ok) {
        assert.ok(parsed.error.length > 6 && parsed.line !== null, file)
        refused.set(file, parsed.error)
        continue
      }
      const markdown = bytes.toString('utf8')
      const entry = parsed.regulation
      const chapters = entry.divisions.filter(({ label }) => /^第.+章$/u.test(label)).length
      assert.deepEqual({ articles: articlesOf(entry).length, chapters }, countIn(markdown), file)
      const whole = charactersOf(plainText(entry).join('')) === charactersOf(markdown)
      if (!whole) catalogues += 1
    }
    t.diagnostic(`${files.length - refused.size} read, ${refused.size} refused`)
    if (laws === samples) {
      assert.deepEqual([...refused.keys()], ['只有标题.md', '同一条写了两次.md'])
      assert.equal(catalogues, 0)
    } else {
      assert.ok(refused.size <= files.length * 0.02, [...refused].join('\n'))
      // A printed table of contents is proven and taken off.
      assert.ok(catalogues <= 1)
    }
  })

  test(`${files.length} texts are imported in one run`, async () => {
    const out = await mkdtemp(join(tmpdir(), 'import-'))
    try {
      const { lines } = await runImport([...files, '--out', out], {}, laws)
      assert.deepEqual(
        lines.map((line) => line['file']),
        files,
      )
      const written = lines.filter((line) => !('error' in line))
      assert.equal((await readdir(join(out, 'regulations'))).length, written.length)
    } finally {
      await rm(out, { recursive: true, force: true })
    }
  })
}
