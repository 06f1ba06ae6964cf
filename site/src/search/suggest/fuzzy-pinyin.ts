/**
 * The syllable, and how it is spelled by those who do not tell z from zh or n from ng.
 */
export function slips(syllable: string): string[] {
  const heads = /^[zcs]h/.test(syllable)
    ? [syllable, syllable.replace('h', '')]
    : /^[zcs]/.test(syllable)
      ? [syllable, syllable.replace(/^./, '$&h')]
      : [syllable]
  return heads.concat(
    heads
      .filter((head) => /[aei]ng?$/.test(head))
      .map((head) => (head.endsWith('g') ? head.slice(0, -1) : head + 'g')),
  )
}

/**
 * Whether the text begins with what was typed but for one character: a wrong one, one too many,
 * one left out, or two neighbours swapped.
 */
export function oneOff(typed: string, text: string): boolean {
  let same = 0
  while (same < typed.length && typed[same] === text[same]) same++
  // Else whoever types on beyond the end of a term would be shown that term.
  if (same === typed.length - 1) return text.length === typed.length
  const swapped = typed[same] === text[same + 1] && typed[same + 1] === text[same]
  return (
    text.startsWith(typed.slice(same + 1), same + 1) ||
    text.startsWith(typed.slice(same + 1), same) ||
    text.startsWith(typed.slice(same), same + 1) ||
    (swapped && text.startsWith(typed.slice(same + 2), same + 2))
  )
}
