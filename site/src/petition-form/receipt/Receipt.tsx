import { useEffect, useRef, useState } from 'react'
import type { Category } from '@portal/content/schema/petition/category'
import { address } from '../../layouts/address.ts'
import { longMoment } from '@portal/content/calendar/wording'
import { nextSteps } from '../../petition/track/next-steps.ts'
import { ArticleLink } from '../../components/regulation/ArticleLink.tsx'
import { useLeaveWarning } from '../form/use-leave-warning.ts'
import type { Qr } from './qr.ts'
import { receiptFragment } from './receipt-link.ts'
import { ReceiptKeeping } from './ReceiptKeeping.tsx'
import { ReceiptSlip } from './ReceiptSlip.tsx'
import { dropTabForm, dropTabReceipt, keepTabReceipt } from '../drafts/tab-storage.ts'

type ReceiptProps = {
  number: string
  code: string
  receivedAt: string
  category: Category
  title: string
  /** Names of those that came in with it. */
  files: string[]
  officeName: string
  phone: string
  /** Drawn by the server; a receipt that a script shows in the form's place draws its own. */
  qr?: Qr
}

/** 回执: what the citizen keeps, and what happens next. */
export function Receipt(props: ReceiptProps) {
  const { number, code, receivedAt, category, title, files, officeName, phone } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const [qr, setQr] = useState(props.qr ?? null)
  const [scripted, setScripted] = useState(false)
  const [kept, setKept] = useState(false)
  useEffect(() => {
    heading.current?.focus()
    setScripted(true)
    // Until it is said to be kept, a reload shows it again, and sends nothing again.
    dropTabForm()
    keepTabReceipt({ number, code, receivedAt, category, title, files })
    if (props.qr) history.replaceState(null, '', address('/petition/'))
    if (qr) return
    const page = location.origin + address('/petition/track/')
    // The receipt is whole without it, so a browser that cannot load it now shows none.
    import('./qr.ts').then(
      ({ qrOf }) => setQr(qrOf(page + receiptFragment(number, code))),
      () => undefined,
    )
  }, [])
  useLeaveWarning(!kept)
  const keep = () => {
    dropTabReceipt()
    setKept(true)
  }
  const received = new Date(receivedAt)

  return (
    <article className="receipt" id="receipt">
      <h1 tabIndex={-1} ref={heading}>
        已经收到您的信访事项
      </h1>
      <p className="lead">
        {officeName}于 {longMoment(received)} 收到。
        <strong className="no-print">请现在就把下面两样留好</strong>
        <span className="no-print">，抄写、拍照或者打印都可以。查进度时两样都要用。</span>
      </p>
      <dl className="receipt-filed">
        <div>
          <dt>标题</dt>
          <dd>{title}</dd>
        </div>
        <div>
          <dt>附件</dt>
          <dd>{files.length === 0 ? '没有' : `收到 ${files.length} 个：${files.join('、')}`}</dd>
        </div>
      </dl>
      <ReceiptSlip {...{ number, code, phone, qr }} />
      {scripted && <ReceiptKeeping {...{ number, code, officeName, kept }} onKept={keep} />}
      <section className="section">
        <h2>接下来</h2>
        <ol className="next-steps">
          {nextSteps(category, received).map(({ when, what, article }) => (
            <li key={article}>
              <strong>{when}</strong>：{what}（<ArticleLink article={article} />）
            </li>
          ))}
        </ol>
        <p>
          随时可以用查询编号和查询码<a href={address('/petition/track/')}>查进度</a>
          。办结以后，还可以评价办得怎么样。
        </p>
      </section>
    </article>
  )
}
