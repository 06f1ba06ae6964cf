import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import {
  firstQuestion,
  questions,
  formPath,
  questionBefore,
  wherePath,
} from '../../../site/src/petition-form/triage/questions.ts'
import { verdicts } from '../../../site/src/petition-form/triage/verdicts.ts'
import { root } from '../../support/machine/installation.ts'

const content = (path: string) => readFileSync(join(root, 'content', path), 'utf8')
const topics = new Set(
  (JSON.parse(content('topics.json')) as { slug: string }[]).map((t) => t.slug),
)

/** Every way through the questions, as the names passed; a loop ends the walk with a failure. */
function ways(name: string, passed: readonly string[] = []): string[][] {
  assert.ok(!passed.includes(name), `a loop: ${[...passed, name].join(' → ')}`)
  const way = [...passed, name]
  const question = questions[name]
  if (question) return question.choices.flatMap(({ to }) => ways(to, way))
  assert.ok(verdicts[name], `${way.join(' → ')} leads nowhere`)
  return [way]
}

it('ends every way at a verdict after at most four questions', () => {
  const all = ways(firstQuestion)
  for (const way of all) assert.ok(way.length <= 5, way.join(' → '))
  const reached = new Set(all.flat())
  for (const name of [...Object.keys(questions), ...Object.keys(verdicts)]) {
    assert.ok(reached.has(name), `nothing leads to ${name}`)
  }
})

it('gives no name to a question and a verdict alike, and no page two ways back', () => {
  const targets = Object.values(questions).flatMap(({ choices }) => choices.map(({ to }) => to))
  assert.equal(new Set(targets).size, targets.length)
  for (const name of Object.keys(questions)) assert.ok(!(name in verdicts), name)
  assert.equal(questionBefore(firstQuestion), null)
  assert.equal(questionBefore('wages'), 'work')
  assert.equal(wherePath('work'), '/petition/where/work/')
})

it('rests every verdict on articles, a guide and a topic that exist', () => {
  for (const [name, { articles, guide, alike, form }] of Object.entries(verdicts)) {
    assert.ok(articles.length > 0 && articles.every((n) => n >= 1 && n <= 50), name)
    assert.ok(existsSync(join(root, 'content', 'guides', `${guide}.md`)), `${name}: ${guide}`)
    if ('topic' in alike) assert.ok(topics.has(alike.topic), `${name}: ${alike.topic}`)
    if (form?.topic) assert.ok(topics.has(form.topic), `${name}: ${form.topic}`)
  }
})

it('opens the form only where this office or the hotline is the way', () => {
  for (const [name, verdict] of Object.entries(verdicts)) {
    const here = verdict.channel === 'petition' || verdict.channel === 'hotline'
    assert.equal(formPath(verdict) !== null, here, name)
  }
  const { wages } = verdicts
  assert.ok(wages)
  assert.equal(formPath(wages), '/petition/?category=claim&topic=labour')
})
