import type { Entries, Notice } from '../library/entries.ts'
import { firstQuestion, questions, wherePath } from '../petition-form/triage/questions.ts'
import { verdicts, type Verdict } from '../petition-form/triage/verdicts.ts'
import { articleLinks, linkTo } from './links.ts'
import { noticeRows } from './notices.ts'
import type { StaticPage } from './page.ts'

/** So many answers to others stand beside a verdict. */
const mostAlike = 3

function isAlike({ data }: Notice, alike: Verdict['alike']): boolean {
  if (!('topic' in alike)) return data.category === alike.category
  const { topic, words = [] } = alike
  const text = data.title + data.summary
  return data.topic === topic && (words.length === 0 || words.some((word) => text.includes(word)))
}

/** The pages that tell where a matter belongs: each question, and each verdict with what to read on. */
export function triagePages(entries: Entries): StaticPage[] {
  const { guides, names, notices } = entries
  const row = noticeRows(entries)
  const links = articleLinks(entries)
  const route = '/petition/where/[name]'
  return [
    { route: '/petition/where', path: wherePath(firstQuestion), shown: {} },
    ...Object.keys(questions)
      .filter((name) => name !== firstQuestion)
      .map((name): StaticPage => ({ route, path: wherePath(name), shown: {} })),
    ...Object.entries(verdicts).map(([name, { alike, articles, form, guide }]): StaticPage => {
      const published = notices.filter((notice) => isAlike(notice, alike)).slice(0, mostAlike)
      const verdict = {
        guide: linkTo(guides.find(({ slug }) => slug === guide)),
        articles: links(articles),
        formTopic: form?.topic ? names.topic(form.topic) : null,
        alikeTopic: 'topic' in alike ? names.topic(alike.topic) : null,
        published: published.map((notice) => row(notice, false)),
      }
      return { route, path: wherePath(name), shown: { verdict } }
    }),
  ]
}
