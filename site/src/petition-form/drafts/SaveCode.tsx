import { useState } from 'react'
import type { Ref } from 'react'
import { address } from '../../layouts/address.ts'
import { draftDays, formatResumeCode } from '../../petition/drafts/resume-code.ts'
import { longDay } from '@portal/content/calendar/wording'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Saved } from './server-draft-answer.ts'
import type { Saver } from './use-server-draft.ts'

type Props = Saved & {
  /** The citizen came with this code: what it is for need not be told again. */
  known: boolean
  /** Whether all that stands in the form is saved, is being saved, or could not be. */
  state: Saver['state']
  panel: Ref<HTMLDivElement>
  /** Whether a script is there, which saves by itself. */
  scripted: boolean
  /** Without a script the button posts the form that it belongs to. */
  onWipe: () => void
}

const titles = {
  whole: '已经保存，还没有提交',
  behind: '又写了新的，马上自动保存',
  failed: '又写了新的，还没有保存上',
} as const

/** 接着写的码: what it is for, how long it holds, and how to be rid of what it opens. */
export function SaveCode({ code, until, known, state, panel, scripted, onWipe }: Props) {
  const [copied, setCopied] = useState('')
  const shown = formatResumeCode(code)
  const lastDay = longDay(shanghaiDay(new Date(until)))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`接着写的码：${shown}`)
      setCopied('已经复制，请粘贴到安全的地方。')
    } catch {
      setCopied('这个浏览器不让复制，请抄写或者拍照。')
    }
  }
  return (
    <div
      className="save-code"
      role="group"
      aria-labelledby="save-code-title"
      tabIndex={-1}
      ref={panel}
    >
      <h3 id="save-code-title">{titles[state]}</h3>
      <p>{known ? '接着写的码，还是您记下的：' : '请把“接着写的码”抄下来，或者拍照：'}</p>
      <p className="save-code-value" translate="no">
        <span>{shown.slice(0, 10)}</span>
        <span>{shown.slice(10)}</span>
      </p>
      <p>
        {!known && (
          <span>以后用手机、电脑都行：打开“提出信访事项”，点“接着上次写”，填上这个码。</span>
        )}
        保存到<strong>{lastDay}</strong>
        {scripted
          ? `，再写新的会自动保存，重新算 ${draftDays} 天。`
          : `，再保存一次，重新算 ${draftDays} 天。`}
      </p>
      {!known && (
        <p className="hint">
          这不是查询码，提交以后另给。有这个码就能看到您写的内容，不要告诉别人。我们没有留底，丢了只能重新写。传上来的附件一起保存；网站快放满时，隔了一天的附件会先清除，那就要重新选。
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button is-quiet needs-script" onClick={copy}>
          复制这个码
        </button>
        <p role="status">{copied}</p>
      </div>
      <input type="hidden" name="resumeCode" form="petition-form" value={code} readOnly />
      <details>
        <summary>不想留在网站上</summary>
        <p>清除以后，这个码不能再用。您在这一页写的还在。</p>
        <button
          className="button is-quiet"
          {...postTo('wipe')}
          onClick={(event) => {
            event.preventDefault()
            onWipe()
          }}
        >
          清除已保存的内容
        </button>
      </details>
    </div>
  )
}

/** A button that posts the petition form to the resume page, as long as no script is there. */
export function postTo(intent: 'save' | 'wipe') {
  return {
    type: 'submit',
    form: 'petition-form',
    name: 'intent',
    value: intent,
    formAction: address('/petition/resume/'),
    formNoValidate: true,
  } as const
}
