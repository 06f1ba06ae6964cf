import type { Core } from '@strapi/strapi'
import { refuseField } from '../strapi/refusals.ts'
import { readDay } from './days.ts'
import { readClockSpan, readClockTime } from './times.ts'
import { beforeDocuments } from '../strapi/document-calls.ts'
import { contentType } from '../contracts/content-types.ts'
import type { StoredFields } from '../strapi/stored-fields.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function fillReception(data: StoredFields): void {
  for (const [field, label] of [
    ['from', '开始时间'],
    ['to', '结束时间'],
  ] as const) {
    const typed = data[field]
    if (!isText(typed)) continue
    const time = readClockTime(typed)
    if (!time) refuseField(field, `${label}没有看懂：请写成 09:00 的样子，例如 14:30。`)
    data[field] = time
  }
  if (!isText(data.dates)) return
  const days = data.dates.split('\n').filter((line) => line.trim() !== '')
  data.dates = days
    .map((line, index) => {
      const read = readDay(line)
      if ('fault' in read) refuseField('dates', `第 ${index + 1} 行：${read.fault}`)
      return read.value
    })
    .join('\n')
}

/** A span that is not understood is shown to citizens as it was typed: 上午, 全天. */
function fillCampaign({ events }: StoredFields): void {
  if (!Array.isArray(events)) return
  for (const event of events as StoredFields[]) {
    if (isText(event.time)) event.time = readClockSpan(event.time) ?? event.time
  }
}

const fill: Record<string, (data: StoredFields) => void> = {
  [contentType.reception]: fillReception,
  [contentType.campaign]: fillCampaign,
}

/** Puts times and days into the form in which they are kept, however staff wrote them. */
export function fillTimes(strapi: Core.Strapi): void {
  beforeDocuments(strapi, ({ uid, action, params }, next) => {
    if (params.data && (action === 'create' || action === 'update')) fill[uid]?.(params.data)
    return next()
  })
}
