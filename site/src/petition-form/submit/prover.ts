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

type PendingProof = { since: number; proof: Promise<string> }

/**
 * Makes proofs of work while the form is written. The browser does the hashing outside the page's
 * own thread, and nothing is asked of the person.
 * @param make a proof, or nothing; that it fails means the same
 */
export function createProver(make: () => Promise<string>): Prover {
  let pending: PendingProof | null = null
  const prepare = (): PendingProof => {
    if (pending && performance.now() - pending.since < useful) return pending
    const begun: PendingProof = { since: performance.now(), proof: make().catch(() => '') }
    pending = begun
    void begun.proof.then((proof) => {
      // What failed once, as on a bad network, is tried again when it is wanted next.
      if (proof === '' && pending === begun) pending = null
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
      pending = null
    },
  }
}
