/** Says of a form that this tab had kept it, and lets somebody else begin a new one. */
export function Restored({ onClear }: { onClear: () => void }) {
  return (
    <div className="message" role="status">
      <p>
        <strong>刚才写的都还在，请接着写。</strong>
        还没有提交。不是您写的，或者想重新写，请按：
      </p>
      <button type="button" className="button is-quiet" onClick={onClear}>
        清空，重新写
      </button>
    </div>
  )
}
