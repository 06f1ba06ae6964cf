import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { documentsOf } from '../../strapi/documents.ts'

const storeKey = { type: 'desk', name: 'reply-templates', key: 'made' }

const first = [
  {
    name: '（演示）已经办好',
    category: '申诉求决',
    request: '〔信访人〕于〔收到日期〕反映“〔标题〕”，要求：',
    facts: '〔承办单位〕收到后派人到现场核实，情况如下：\n1. \n2. ',
    opinion: '您反映的问题属实，已经于____年__月__日办好。今后由〔承办单位〕负责日常维护。',
    basis: '',
  },
  {
    name: '（演示）正在分期解决',
    category: '申诉求决',
    request: '〔信访人〕于〔收到日期〕反映“〔标题〕”，要求：',
    facts: '〔承办单位〕核实：\n1. \n目前不能一次解决，原因是：',
    opinion:
      '分期办理：第一步，____年__月__日前____；第二步，____年__月__日前____。每完成一步，由〔承办单位〕告知您。',
    basis: '',
  },
  {
    name: '（演示）建议的研究结果',
    category: '建议意见',
    request: '〔信访人〕于〔收到日期〕提出建议“〔标题〕”：',
    facts: '〔承办单位〕对建议进行了研究：\n1. ',
    opinion: '采纳的部分：\n暂不采纳的部分和原因：\n感谢您关心本地的工作。',
    basis: '',
  },
]

/** Lays templates to begin with into a desk that has none, once: who deletes them does not get them again. */
export async function makeFirstTemplates(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store as NonNullable<typeof strapi.store>
  if (await store.get(storeKey)) return
  if ((await strapi.db.query(contentType.replyTemplate).count()) === 0) {
    for (const data of first) await documentsOf(strapi, contentType.replyTemplate).create({ data })
  }
  await store.set({ ...storeKey, value: true })
}
