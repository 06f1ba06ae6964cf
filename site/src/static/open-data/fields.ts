import type { Cell } from '@portal/content/export/csv'
import { categories } from '@portal/content/schema/petition/category'
import type { Document } from '@portal/content/schema/entries/collections'
import { channels, guideGroups } from '@portal/content/schema/entries/guide'
import { outcomes } from '@portal/content/schema/petition/outcome'
import { shanghaiDay } from '@portal/content/calendar/day'

/** The words that stand for the slugs in an entry, and the address of its page. */
export type Words = {
  topic: (slug: string) => string
  region: (slug: string) => string
  unit: (slug: string) => string
  page: (path: `/${string}/`) => string
}

/** A field of an open data set: its name in the file, what it means, and how it is read. */
export type Field<T> = {
  name: string
  meaning: string
  read: (entry: T, words: Words) => Cell | (string | number)[]
}

export const noticeFields: Field<Document<'notices'>>[] = [
  { name: 'id', meaning: '公示编号，也是网址的一部分', read: (e) => e.slug },
  { name: 'title', meaning: '标题', read: (e) => e.data.title },
  { name: 'category', meaning: '信访类别', read: (e) => categories[e.data.category].name },
  { name: 'topic', meaning: '问题领域', read: (e, words) => words.topic(e.data.topic) },
  { name: 'region', meaning: '问题属地', read: (e, words) => words.region(e.data.region) },
  { name: 'unit', meaning: '承办单位', read: (e, words) => words.unit(e.data.unit) },
  { name: 'outcome', meaning: '办理结果', read: (e) => outcomes[e.data.outcome] },
  { name: 'received_on', meaning: '收到日期，年-月-日', read: (e) => e.data.receivedOn },
  { name: 'replied_on', meaning: '答复日期，年-月-日', read: (e) => e.data.repliedOn },
  {
    name: 'published_on',
    meaning: '公示日期，年-月-日',
    read: (e) => shanghaiDay(e.data.publishedAt),
  },
  { name: 'request', meaning: '诉求，已隐去个人信息', read: (e) => e.data.request },
  { name: 'basis', meaning: '办理依据，多项', read: (e) => e.data.basis },
  { name: 'articles', meaning: '涉及《信访工作条例》的条号，多项', read: (e) => e.data.articles },
  { name: 'reply', meaning: '答复全文，Markdown 格式', read: (e) => e.body },
  { name: 'url', meaning: '页面网址', read: (e, words) => words.page(`/notices/${e.slug}/`) },
]

export const guideFields: Field<Document<'guides'>>[] = [
  { name: 'id', meaning: '指南编号，也是网址的一部分', read: (e) => e.slug },
  { name: 'title', meaning: '标题', read: (e) => e.data.title },
  { name: 'summary', meaning: '摘要', read: (e) => e.data.summary },
  { name: 'group', meaning: '分组', read: (e) => guideGroups[e.data.group] },
  { name: 'matter', meaning: '适用事项', read: (e) => e.data.matter?.name ?? null },
  {
    name: 'channel',
    meaning: '该事项的办理途径',
    read: (e) => e.data.matter && channels[e.data.matter.channel],
  },
  {
    name: 'published_on',
    meaning: '发布日期，年-月-日',
    read: (e) => shanghaiDay(e.data.publishedAt),
  },
  { name: 'articles', meaning: '涉及《信访工作条例》的条号，多项', read: (e) => e.data.articles },
  { name: 'body', meaning: '正文，Markdown 格式', read: (e) => e.body },
  { name: 'url', meaning: '页面网址', read: (e, words) => words.page(`/guides/${e.slug}/`) },
]

/** Entries as rows of a table; several values of one cell are joined with a semicolon. */
export function asRows<T>(fields: Field<T>[], entries: T[], words: Words): Cell[][] {
  return entries.map((entry) =>
    fields.map(({ read }) => {
      const value = read(entry, words)
      return Array.isArray(value) ? value.join('；') : value
    }),
  )
}

/** Entries as objects, several values as arrays. */
export function asObjects<T>(fields: Field<T>[], entries: T[], words: Words): object[] {
  return entries.map((entry) =>
    Object.fromEntries(fields.map(({ name, read }) => [name, read(entry, words)])),
  )
}
