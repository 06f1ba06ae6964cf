import type { PhrasingContent } from 'mdast'

const kinds = ['strong', 'emphasis', 'delete'] as const
type Mark = (typeof kinds)[number]
/** A word, break, picture or link, with the marks that all of it bears. */
type Run = { leaf: PhrasingContent; marks: ReadonlySet<Mark> }

const isMark = (type: string): type is Mark => (kinds as readonly string[]).includes(type)

function runsOf(nodes: PhrasingContent[], above: ReadonlySet<Mark>): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isMark(node.type) && 'children' in node) {
      return runsOf(node.children, new Set([...above, node.type]))
    }
    if (node.type !== 'link') return [{ leaf: node, marks: above }]
    const inner = runsOf(node.children, above)
    const [first, ...others] = inner.map(({ marks }) => marks)
    const common = kinds.filter((kind) => first?.has(kind) && others.every((o) => o.has(kind)))
    const rest = inner.map(({ leaf, marks }) => ({
      leaf,
      marks: new Set([...marks].filter((kind) => !common.includes(kind))),
    }))
    const link = { ...node, children: built(rest) as typeof node.children }
    return [{ leaf: link, marks: new Set(common) }]
  })
}

function built(runs: Run[]): PhrasingContent[] {
  const into: PhrasingContent[] = []
  for (let at = 0; at < runs.length;) {
    const reach = (kind: Mark) => {
      let end = at
      while (runs[end]?.marks.has(kind)) end += 1
      return end
    }
    // The mark that reaches farthest stands outside.
    const [outer] = kinds.toSorted((a, b) => reach(b) - reach(a))
    const end = outer ? reach(outer) : at
    const [run] = runs.slice(at)
    if (!outer || end === at || !run) {
      if (run) into.push(run.leaf)
      at += 1
      continue
    }
    const inner = runs.slice(at, end).map(({ leaf, marks }) => ({
      leaf,
      marks: new Set([...marks].filter((kind) => kind !== outer)),
    }))
    into.push({ type: outer, children: built(inner) })
    at = end
  }
  return into
}

/**
 * Bold, slanted and struck stretches and links in the one order in which the desk stores them, whatever
 * the order in which they were set: a mark of a whole link stands outside of it, and of two marks the
 * longer one. Neighbours of the same mark become one.
 */
export function nested(content: PhrasingContent[]): PhrasingContent[] {
  return built(runsOf(content, new Set()))
}
