import { draftDays } from '../../petition/drafts/resume-code.ts'
import { postTo, SaveCode } from './SaveCode.tsx'
import type { Draft } from './use-device-draft.ts'
import type { Saver } from './use-server-draft.ts'

type Props = {
  saver: Saver
  draft: Draft
  /** Whether a script is there: without one this device keeps nothing. */
  scripted: boolean
  /** Whether the code is shown here. */
  showsCode: boolean
}

/** The two ways of keeping a form that is not finished: for any device, and on this one only. */
export function DraftKeeper({ saver, draft, scripted, showsCode }: Props) {
  const { saved, state, notice, busy } = saver
  return (
    <section className="draft no-print" aria-labelledby="draft-title">
      <h2 id="draft-title">一次写不完，先存起来</h2>
      {scripted && (
        <p className="hint">
          写的内容先留在这个标签页里，刷新、返回都还在；提交了，或者关掉标签页，就没有了。公用的电脑、手机，用完请关掉标签页。
        </p>
      )}
      <div aria-live="polite">
        {notice && (
          <div className="message" tabIndex={-1} ref={saved ? null : saver.panel}>
            <h3>{notice.title}</h3>
            <p>{notice.text}</p>
          </div>
        )}
      </div>
      {saved && showsCode && (
        <SaveCode {...{ ...saved, state, scripted }} panel={saver.panel} onWipe={saver.wipe} />
      )}
      <button
        className="button is-quiet is-long"
        {...postTo('save')}
        aria-disabled={busy || undefined}
        aria-describedby="save-hint"
        onClick={(event) => {
          event.preventDefault()
          saver.save()
        }}
      >
        {saved ? '现在就保存新写的' : '先保存，换个时间或换台设备再写'}
      </button>
      <p className="hint" id="save-hint">
        {saved
          ? `还是同一个码。${scripted ? '以后写的、传的附件，都会自动保存，不用再按。' : '以后写的、选的附件，要再按一次才保存。'}`
          : `加密存在网站上，保存 ${draftDays} 天。给您一个“接着写的码”，凭它在别的手机、电脑上也能接着写。`}
      </p>
      {scripted && <DeviceDraft {...draft} />}
    </section>
  )
}

/** Keeping a draft on this device, only when asked to, and what that means. */
function DeviceDraft({ keeping, stored, message, keep, clear }: Draft) {
  return (
    <>
      <div className="choice">
        <input
          type="checkbox"
          id="keep-draft"
          checked={keeping}
          onChange={(event) => keep(event.currentTarget.checked)}
          aria-describedby="keep-draft-hint"
        />
        <div>
          <label htmlFor="keep-draft">只在这台设备上存草稿，边写边存</label>
          <p className="hint" id="keep-draft-hint">
            只存在这个浏览器里，不传给我们，换了设备看不到。
            <strong>用这台设备的别人也能看到</strong>
            ，公用的电脑、手机请不要勾选。身份证号不存。提交以后自动清除。
          </p>
        </div>
      </div>
      {stored && (
        <button type="button" className="button is-quiet" onClick={clear}>
          清除这台设备上的草稿
        </button>
      )}
      <p role="status">{message}</p>
    </>
  )
}
