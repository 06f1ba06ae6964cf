import { longMoment } from '@portal/content/calendar/wording'

/** Says of a form that it goes on from where it was saved, and that nobody has received it yet. */
export function Reopened({ savedAt }: { savedAt: string }) {
  return (
    <div className="message" role="status">
      <p>
        <strong>上次写的已经填好，请接着写。</strong>
        这是 {longMoment(new Date(savedAt))} 保存的，还没有提交。
      </p>
    </div>
  )
}
