import { useEffect, useRef, useState } from 'react'
import { address } from '../../layouts/address.ts'
import { formatQueryCode } from '../../petition/access/query-code.ts'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { receiptFragment } from './receipt-link.ts'

type Props = {
  number: string
  code: string
  officeName: string
  kept: boolean
  onKept: () => void
}

/** Helps to keep the receipt; only once the citizen says that it is kept, the ways on are offered. */
export function ReceiptKeeping({ number, code, officeName, kept, onKept }: Props) {
  const [copied, setCopied] = useState('')
  const onward = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (kept) onward.current?.focus()
  }, [kept])

  const copy = async () => {
    const text = `${officeName}信访回执\n查询编号：${formatReceiptNumber(number)}\n查询码：${formatQueryCode(code)}`
    try {
      await navigator.clipboard.writeText(text)
      setCopied('已经复制，请粘贴到安全的地方。')
    } catch {
      setCopied('这个浏览器不让复制，请抄写或者拍照。')
    }
  }

  return (
    <div className="receipt-keeping no-print">
      <div className="buttons">
        <button type="button" className="button is-quiet" onClick={() => window.print()}>
          打印回执
        </button>
        <button type="button" className="button is-quiet" onClick={copy}>
          复制编号和查询码
        </button>
        <p role="status">{copied}</p>
      </div>
      {kept ? (
        <div className="message" tabIndex={-1} ref={onward}>
          <p>好的，请收好。现在可以离开这一页了。</p>
          <p className="buttons">
            <a
              className="button"
              href={address('/petition/track/') + receiptFragment(number, code)}
            >
              查进度
            </a>
            <a className="button is-quiet" href={address('/')}>
              回首页
            </a>
          </p>
        </div>
      ) : (
        <div className="message">
          <p>离开这一页，编号和查询码就不再显示。抄好、拍好或者打印好以后，请按：</p>
          <button type="button" className="button is-submit" onClick={onKept}>
            我已经保存好了
          </button>
        </div>
      )}
    </div>
  )
}
