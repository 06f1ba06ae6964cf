import { removals, type Piece } from '../../contracts/papers/notice-draft.ts'
import { Fixed, Left, Turn, Words } from './layout'

/** The words of the case, with what of them does not go into the notice marked. */
export function Original({ pieces }: { pieces: Piece[] }) {
  return (
    <Words>
      {pieces.map((piece, place) =>
        piece.kind === 'removed' ? (
          <Left key={place} title={`不放进公示：${removals[piece.removal].what}`}>
            {piece.text}
          </Left>
        ) : (
          <span key={place}>{piece.text}</span>
        ),
      )}
    </Words>
  )
}

type Props = { pieces: Piece[]; turned: number[]; onTurn: (place: number) => void }

/** The words of the notice: what was taken out is put back by a press, unless publishing would stop it. */
export function Drafted({ pieces, turned, onTurn }: Props) {
  return (
    <Words>
      {pieces.map((piece, place) => {
        if (piece.kind === 'text') return <span key={place}>{piece.text}</span>
        const isDoubt = piece.kind === 'doubt'
        const { what, mark } = removals[isDoubt ? 'name' : piece.removal]
        if (piece.kind === 'removed' && piece.fixed) {
          return (
            <Fixed key={place} title={`${what}，不能恢复：发布检查会拦下`}>
              {mark}
            </Fixed>
          )
        }
        const isOut = isDoubt === turned.includes(place)
        const name = isOut
          ? `隐去的${what}“${piece.text}”，点一下恢复`
          : `${isDoubt ? '可能是' : '恢复了的'}${what}“${piece.text}”，点一下隐去`
        return (
          <Turn
            key={place}
            type="button"
            $doubt={!isOut}
            aria-label={name}
            title={name}
            onClick={() => onTurn(place)}
          >
            {isOut ? mark : piece.text}
          </Turn>
        )
      })}
    </Words>
  )
}
