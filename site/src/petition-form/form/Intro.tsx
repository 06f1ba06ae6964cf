import { address } from '../../layouts/address.ts'
import { PhoneLink } from '../../components/words/PhoneLink.tsx'

/** What to know before writing: what comes of it, and that some matters belong elsewhere. */
export function Intro({ phone }: { phone: string }) {
  return (
    <>
      <p className="lead">
        大约需要二十分钟。提交后会给您查询编号和查询码，凭它们查进度、看答复、作评价。
      </p>
      <p className="resume-link">
        一次写不完可以先保存。保存过、有“接着写的码”的，请点
        <a href={address('/petition/resume/')}>接着上次写</a>。
      </p>
      <aside className="message" aria-labelledby="belongs">
        <h2 id="belongs">先看看归哪里管</h2>
        <p>
          打官司、劳动仲裁、行政复议、报案这些事，有专门的机关依法处理，信访部门不能代替。
          <a href={address('/petition/where/')}>回答几个问题，看您的事归哪里管</a>
          ，可以少走弯路。不看也可以直接写。
        </p>
        <p>
          已经提交过的不用再提一次，可以<a href={address('/petition/track/')}>查进度</a>。
        </p>
        <p>
          不方便上网的，可以打电话（
          <PhoneLink phone={phone} />
          ）、来访或者写信。
        </p>
      </aside>
    </>
  )
}
