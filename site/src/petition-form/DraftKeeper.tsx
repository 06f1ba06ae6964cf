type Props = {
  keeping: boolean
  /** What became of it last, to be announced. */
  message: string
  onKeep: (keep: boolean) => void
  onClear: () => void
}

/** Keeping a draft on this device, only when asked to, and what that means. */
export function DraftKeeper({ keeping, message, onKeep, onClear }: Props) {
  return (
    <div className="draft no-print">
      <div className="choice">
        <input
          type="checkbox"
          id="keep-draft"
          checked={keeping}
          onChange={(event) => onKeep(event.currentTarget.checked)}
          aria-describedby="keep-draft-hint"
        />
        <div>
          <label htmlFor="keep-draft">在这台设备上存草稿，下次接着写</label>
          <p className="hint" id="keep-draft-hint">
            草稿只存在这个浏览器里，不传给我们。<strong>用这台设备的别人也能看到</strong>
            ，公用的电脑、手机请不要勾选。身份证号不存。提交以后自动清除。
          </p>
        </div>
      </div>
      {keeping && (
        <button type="button" className="button is-quiet" onClick={onClear}>
          清除草稿
        </button>
      )}
      <p role="status">{message}</p>
    </div>
  )
}
