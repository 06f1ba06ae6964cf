import { useEffect, useRef, useState } from 'react'
import type { Category } from '@portal/content/schema/category'
import { address } from '../layouts/address.ts'
import { formatMoment } from '../petition/deadline.ts'
import { nextSteps } from '../petition/next-steps.ts'
import { formatQueryCode } from '../petition/query-code.ts'
import { formatReceiptNumber } from '../petition/receipt-number.ts'
import { ArticleLink } from './ArticleLink.tsx'

export type ReceiptProps = {
  number: string
  code: string
  receivedAt: string
  category: Category
  officeName: string
  phone: string
  /** Shown by a script in the form's place: a reload cannot bring it back, so leaving is asked for. */
  inPlace?: boolean
}

/** 回执: what the citizen keeps, and what happens next. */
export function Receipt(props: ReceiptProps) {
  const { number, code, receivedAt, category, officeName, phone, inPlace = false } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState('')
  const [kept, setKept] = useState(!inPlace)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (kept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [kept])
  const received = new Date(receivedAt)
  const shownNumber = formatReceiptNumber(number)
  const shownCode = formatQueryCode(code)

  const copy = async () => {
    const text = `${officeName}信访回执\n查询编号：${shownNumber}\n查询码：${shownCode}`
    try {
      await navigator.clipboard.writeText(text)
      setCopied('已经复制，请粘贴到安全的地方。')
      setKept(true)
    } catch {
      setCopied('这个浏览器不让复制，请抄写或者拍照。')
    }
  }

  const print = () => {
    window.print()
    setKept(true)
  }

  return (
    <article className="receipt">
      <h1 tabIndex={-1} ref={heading}>
        已经收到您的信访事项
      </h1>
      <p className="lead">
        {officeName}于 {formatMoment(received)} 收到。
        <strong>请现在就把下面两样记下来</strong>，抄写、拍照或者打印都可以。查进度时两样都要用。
      </p>
      <dl className="receipt-slip">
        <div>
          <dt>查询编号</dt>
          <dd>
            <span className="receipt-value">{shownNumber}</span>
            <span className="hint">
              16 位数字。这件事的号码，打电话或者来访时可以告诉工作人员。
            </span>
          </dd>
        </div>
        <div>
          <dt>查询码</dt>
          <dd>
            <span className="receipt-value">{shownCode}</span>
            <span className="hint">
              12 位字母和数字，不分大小写。这件事的钥匙，<strong>不要告诉别人</strong>
              。我们没有留底，丢了要本人带身份证件来访，当场补发新的；也可以拨打 {phone} 询问。
            </span>
          </dd>
        </div>
      </dl>
      <div className="needs-script no-print buttons">
        <button type="button" className="button" onClick={copy}>
          复制编号和查询码
        </button>
        <button type="button" className="button is-quiet" onClick={print}>
          打印回执
        </button>
        <p role="status">{copied}</p>
      </div>
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
