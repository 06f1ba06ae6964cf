/** Milliseconds after which a proof is made anew: well before the server's twenty minutes are over. */
const useful = 15 * 60_000
/** Milliseconds that a form waits for its proof before it is sent without one. */
const timeoutMs = 15_000

export type Prover = {
  /** Sees to it that a proof is there when it is wanted. */
  prepare(): void
  /** A proof, or nothing where this browser cannot make one: then the form takes the slower way. */
  proof(): Promise<string>
  /** What was made does not count any more. */
  renew(): void
}

type Making = { since: number; proof: Promise<string> }

/**
 * Makes proofs of work while the form is written. The browser does the hashing outside the page's
 * own thread, and nothing is asked of the person.
 * @param make a proof, or nothing; that it fails means the same
 */
export function createProver(make: () => Promise<string>): Prover {
  let making: Making | null = null
  const prepare = (): Making => {
    if (making && performance.now() - making.since < useful) return making
    const begun: Making = { since: performance.now(), proof: make().catch(() => '') }
    making = begun
    void begun.proof.then((proof) => {
      // What failed once, as on a bad network, is tried again when it is wanted next.
      if (proof === '' && making === begun) making = null
    })
    return begun
  }
  return {
    prepare: () => void prepare(),
    async proof() {
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<string>((resolve) => {
        timer = setTimeout(() => resolve(''), timeoutMs)
      })
      const proof = await Promise.race([prepare().proof, late])
      clearTimeout(timer)
      return proof
    },
    renew: () => {
      making = null
    },
  }
}
