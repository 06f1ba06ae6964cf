import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { slugForm } from '../../../content/characters/slug-form.ts'

type Schema = {
  info: { displayName: string }
  attributes: Record<
    string,
    { regex?: string; pluginOptions?: { desk?: { label?: string; hint?: string } } }
  >
}

const root = join(import.meta.dirname, '../../../cms/src')
const schemas = globSync(['api/*/content-types/*/schema.json', 'components/**/*.json'], {
  cwd: root,
})

/** Latin words that a label may have: they are what the thing is called. */
const names =
  /ICP|MOV|AAC|JPEG|PNG|WebP|AVIF|MB|MP4|H\.264|VTT|SRT|PDF|https:\/\/|[a-z0-9]+(?:-[a-z0-9]+)+/g

it('every field of every form has a Chinese label, those that programs keep among them', () => {
  assert.ok(schemas.length > 20)
  for (const file of schemas) {
    const { info, attributes } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Schema
    assert.doesNotMatch(info.displayName, /[A-Za-z]/, file)
    for (const [name, { pluginOptions }] of Object.entries(attributes)) {
      const { label = name, hint = '' } = pluginOptions?.desk ?? {}
      for (const words of [label, hint]) {
        assert.doesNotMatch(words.replaceAll(names, ''), /[A-Za-z]/, `${file} ${name}`)
      }
    }
  }
})

it('the forms take the same addresses as what is published', () => {
  const regexes = schemas.flatMap((file) => {
    const { attributes } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Schema
    return attributes['slug']?.regex ?? []
  })
  assert.ok(regexes.length >= 10)
  for (const regex of regexes) assert.equal(regex, slugForm.source.replaceAll('(?:', '('))
})
