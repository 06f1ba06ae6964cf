import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { Button } from '@strapi/design-system'
import { createPortal } from 'react-dom'
import { useState } from 'react'
import { createGlobalStyle, styled } from 'styled-components'
import { attachedNames } from '../../contracts/papers/attached-names.ts'
import { partName, partOrder } from '../../contracts/papers/opinion.ts'
import type { ReplyFields, ReplyPage } from '../../contracts/papers/reply-page.ts'

const names = {
  reply: '信访事项处理意见书',
  'correct-reply': '信访事项处理意见书（更正）',
  review: '信访事项复查意见书',
  're-review': '信访事项复核意见书',
}
const numerals = ['一', '二', '三', '四']

/** A sheet of A4 as it comes out of the printer. */
const A4 = styled.article`
  background: #fff;
  color: #000;
  max-width: 210mm;
  margin: 16px auto 0;
  padding: 25mm 22mm;
  box-shadow: 0 0 0 1px #c0c0c0;
  font-family: FangSong, STFangsong, 'Noto Serif CJK SC', serif;
  font-size: 16pt;
  line-height: 1.75;
  overflow-wrap: anywhere;

  h2 {
    font-family: 'Noto Serif CJK SC', STZhongsong, SimSun, serif;
    font-size: 22pt;
    font-weight: 700;
    text-align: center;
    line-height: 1.4;
    margin-bottom: 1em;
  }
  h3 {
    font-family: SimHei, 'Noto Sans CJK SC', sans-serif;
    font-size: 16pt;
    font-weight: 700;
    break-after: avoid;
  }
  h3,
  p {
    text-indent: 2em;
  }
  .flush {
    text-indent: 0;
  }
  .attached {
    margin-top: 1em;
    padding-left: 2em;
    text-indent: 0;
    white-space: pre-line;
    break-inside: avoid;
  }
  .signature {
    text-indent: 0;
    text-align: right;
    break-inside: avoid;
    margin-top: 2em;
  }

  @media (max-width: 600px) {
    padding: 12mm 8mm;
  }
  @media print {
    margin: 0;
    padding: 0;
    max-width: none;
    box-shadow: none;
  }
`

/** Only the sheet is printed. */
const OnlySheet = createGlobalStyle`
  @media print {
    @page { size: A4; margin: 25mm 22mm; }
    body > *:not([data-sheet]) { display: none !important; }
  }
  @media screen { [data-sheet] { display: none; } }
`

/** 处理意见书, or the opinion of an appeal, as paper. */
export function PaperView({ page, fields }: { page: ReplyPage; fields: ReplyFields }) {
  const { step, unit, body, parts, files } = fields
  const [host] = useState(() => {
    const element = document.createElement('div')
    element.setAttribute('data-sheet', '')
    return element
  })
  const by = step === 'review' || step === 're-review' ? body : unit || page.unit
  const sheet = (
    <A4>
      <h2>{names[step]}</h2>
      <p className="flush">{`${page.petition.petitionerName}：`}</p>
      <p>{`您反映的“${page.title}”（查询编号 ${formatReceiptNumber(page.number)}）已经办理，现将处理意见书面告知如下。`}</p>
      {partOrder.map((part, index) => (
        <div key={part}>
          <h3>{`${numerals[index]}、${partName(step, part)}`}</h3>
          {parts[part]
            .split(/\n+/)
            .filter((one) => one.trim() !== '')
            .map((one, line) => (
              <p key={line}>{one}</p>
            ))}
        </div>
      ))}
      {page.appeal && (
        <p>
          {page.appeal.level === 'review'
            ? `不服本处理意见的，可以自收到之日起 30 日内，请求原办理机关、单位的上一级机关、单位复查；今天收到的，最后一天是 ${longDay(page.appeal.lastDay)}（《信访工作条例》第三十五条）。`
            : `不服本复查意见的，可以自收到之日起 30 日内，向复查机关、单位的上一级机关、单位请求复核；今天收到的，最后一天是 ${longDay(page.appeal.lastDay)}（《信访工作条例》第三十六条）。`}
        </p>
      )}
      {files.length > 0 && <p className="attached">{attachedNames(files)}</p>}
      <p className="signature">
        {by}
        <br />
        {longDay(shanghaiDay(new Date()))}
      </p>
    </A4>
  )
  return (
    <>
      <div style={{ paddingTop: 16 }}>
        <Button variant="tertiary" onClick={() => print(host)}>
          打印
        </Button>
      </div>
      {sheet}
      <OnlySheet />
      {createPortal(sheet, host)}
    </>
  )

  function print(element: HTMLElement) {
    document.body.append(element)
    window.addEventListener('afterprint', () => element.remove(), { once: true })
    window.print()
  }
}
