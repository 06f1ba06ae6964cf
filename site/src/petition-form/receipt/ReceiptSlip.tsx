import { formatQueryCode } from '../../petition/access/query-code.ts'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { PhoneLink } from '../../components/words/PhoneLink.tsx'
import type { Qr } from './qr.ts'
import { QrCode } from './QrCode.tsx'

type Props = { number: string; code: string; phone: string; qr: Qr | null }

/**
 * The two things to keep, each with what it is for, and both once more for a telephone to read. It is
 * made large by a link to itself (`:target`), which works without a script too.
 */
export function ReceiptSlip({ number, code, phone, qr }: Props) {
  return (
    <div className="receipt-sheet" id="receipt-large">
      <p className="receipt-size no-print">
        <a className="button is-quiet is-larger" href="#receipt-large">
          放大，方便看清和抄写
        </a>
        <a className="button is-quiet is-smaller" href="#receipt">
          恢复原来大小
        </a>
      </p>
      <dl className="receipt-slip">
        <div>
          <dt>
            查询编号<span className="receipt-what">这件事的号码</span>
          </dt>
          <dd>
            <span className="receipt-value">{formatReceiptNumber(number)}</span>
            <span className="hint">16 位数字。打电话、来访时，报给工作人员。</span>
          </dd>
        </div>
        <div>
          <dt>
            查询码<span className="receipt-what">您自己的钥匙</span>
          </dt>
          <dd>
            <span className="receipt-value">{formatQueryCode(code)}</span>
            <span className="hint">
              12 位字母和数字，不分大小写。<strong>不要告诉别人</strong>
              。我们没有留底，丢了要本人带身份证件来访，当场补发新的；也可以拨打{' '}
              <PhoneLink phone={phone} /> 询问。
            </span>
          </dd>
        </div>
        {qr && (
          <div className="receipt-scan">
            <dt>扫一扫，查进度</dt>
            <dd>
              <QrCode qr={qr} label="打开查进度页面的二维码，含查询编号和查询码" />
              <span className="hint">
                用手机扫，编号和查询码会自动填好。里面有查询码，<strong>不要给别人扫</strong>。
              </span>
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}
