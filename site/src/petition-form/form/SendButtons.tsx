type Props = {
  /** The step that is shown; `null` without a script. */
  step: number | null
  /** The button sends instead of going on. */
  sends: boolean
  mending: boolean
  sending: boolean
  /** Sent, but for files that are still on their way. */
  waiting: boolean
  /** What is under way of the files; `null` where nothing is. */
  moving: string | null
  onBack: () => void
}

/** The buttons below a step, and what is going on. */
export function SendButtons({ step, sends, mending, sending, waiting, moving, onBack }: Props) {
  return (
    <>
      <p className="buttons">
        <button
          type="submit"
          className="button is-submit"
          aria-disabled={sending || waiting || undefined}
        >
          {waiting ? '附件传完就提交…' : sending ? '正在提交…' : wordOf(sends, mending)}
        </button>
        {step !== null && step > 0 && (
          <button type="button" className="button is-quiet" onClick={onBack}>
            上一步
          </button>
        )}
      </p>
      {moving && !waiting && <p className="hint">{`${moving}，不用等，可以接着往下写。`}</p>}
      {moving && waiting && <p className="hint">{`${moving}。请不要关掉这一页，传完自动提交。`}</p>}
      <p role="status" className="visually-hidden">
        {waiting
          ? '附件还在上传，传完自动提交，请不要关掉这一页'
          : sending
            ? '正在提交，请稍候'
            : ''}
      </p>
    </>
  )
}

function wordOf(sends: boolean, mending: boolean): string {
  if (sends) return '提交信访事项'
  return mending ? '改好了，回去检查' : '下一步'
}
