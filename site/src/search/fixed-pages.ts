import type { Library } from '@portal/content/entry/library'
import { fixedPages, type FixedPage } from '@portal/content/schema/entries/fixed-page'
import { recurrenceWords } from '../reception/next-receptions.ts'
import type { SearchRecord } from './record.ts'

type Text = (library: Library) => string[]

const contact = ({ settings }: Library) => [
  `${settings.officeName}，地址：${settings.address}，邮政编码 ${settings.postalCode}。`,
  `电话：${settings.phone}。接待时间：${settings.visitingHours}。`,
]

/** What each page that is no entry says, in a line or two. */
const texts: Record<FixedPage['path'], Text> = {
  '/': contact,
  '/petition/': () => ['网上填写信访事项，写明诉求、事实与理由，提交以后得到查询编号和查询码。'],
  '/petition/where/': () => [
    '回答几个问题，看看您的事情归信访部门、法院、仲裁、行政复议还是别处。',
  ],
  '/petition/track/': () => [
    '用查询编号和查询码查看办到哪一步，补充材料，撤回，评价，申请复查、复核。',
  ],
  '/reception/': (library) => [
    ...library.reception.map(({ office, recurrence, place, matters, booking }) =>
      [office, recurrenceWords(recurrence), place, matters, booking].filter(Boolean).join('，'),
    ),
    ...contact(library),
  ],
  '/statistics/': () => ['按问题领域、类别、结果和月份统计的办理结果公示。'],
  '/open-data/': () => ['下载办理结果公示和指南的数据，CSV 和 JSON 格式。'],
  '/feedback/': () => ['网页上有错字、打不开的链接、过时的内容，请告诉我们。'],
  '/privacy/': () => ['您的姓名、电话、地址和所写的内容，谁能看到、保存多久、怎样保护。'],
  '/accessibility/': () => ['大字、高对比度、键盘操作和读屏软件怎样使用本站。'],
}

/** One record for each page that is no entry, found by what staff say people ask. */
export function fixedPageRecords(library: Library): SearchRecord[] {
  const phrasings = new Map(library.pages.map((page) => [page.path, page.phrasings]))
  return Object.entries(texts).map(([path, text]) => ({
    path: path as `/${string}`,
    title: fixedPages[path as FixedPage['path']],
    date: null,
    facets: { kind: path === '/reception/' ? '接访' : '服务' },
    known: phrasings.get(path as FixedPage['path']) ?? [],
    sections: [{ id: undefined, heading: '', text: text(library).join('\n') }],
  }))
}
