type Props = {
  /** This tab was duplicated from another, which has the form as well. */
  copied: boolean
  onClear: () => void
}

/** Says of a form that this tab had kept it, and lets somebody else begin a new one. */
export function Restored({ copied, onClear }: Props) {
  return (
    <div className="message" role="status">
      <p>
        <strong>刚才写的都还在，请接着写。</strong>
        还没有提交。不是您写的，或者想重新写，请按：
      </p>
      {copied && (
        <p>
          这一页是从另一个标签页复制来的，两边各写各的。在这里改动了再提交，就另外登记一件；附件不会跟着，要重新选。
        </p>
      )}
      <button type="button" className="button is-quiet" onClick={onClear}>
        清空，重新写
      </button>
    </div>
  )
}
