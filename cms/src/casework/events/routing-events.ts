import { z } from 'zod'
import { declineGrounds, type DeclineGroundCode } from '../../contracts/cases/decline-grounds.ts'
import { assignment, told, unitRef } from './event-fields.ts'

/** The bureau registered the petition (art. 22). */
export const registered = z.object({ kind: z.literal('registered'), told })

/** The bureau referred or assigned the case, one unit being in the lead; whoever had it has it no more. */
export const referred = z.object({
  kind: z.literal('referred'),
  told,
  units: z.array(assignment).min(1),
})

/** The bureau gave the case to more units, beside the one in the lead. */
export const unitsAdded = z.object({
  kind: z.literal('units-added'),
  told,
  units: z.array(assignment).min(1),
})

/** A unit told that it takes the matter up (art. 23); of one in the lead the case is accepted. */
export const accepted = z.object({ kind: z.literal('accepted'), told, unit: unitRef })

/** The unit in the lead does not take the matter up; which way it goes is told. */
export const declined = z.object({
  kind: z.literal('declined'),
  told,
  unit: unitRef,
  ground: z.enum(Object.keys(declineGrounds) as [DeclineGroundCode, ...DeclineGroundCode[]]),
  reason: z.string(),
})

/** A unit holds that it is not competent (art. 23); of one in the lead the case goes back. */
export const objected = z.object({
  kind: z.literal('objected'),
  told,
  unit: unitRef,
  reason: z.string(),
})

/** The bureau took the case back from units: referred wrongly, or to one that is accused. */
export const recalled = z.object({
  kind: z.literal('recalled'),
  told,
  units: z.array(unitRef).min(1),
  reason: z.string(),
})

/** The bureau said which units the case accuses, and of which that are named it is settled (arts. 30, 46). */
export const accusedSettled = z.object({
  kind: z.literal('accused-settled'),
  told,
  accused: z.array(unitRef),
  settled: z.array(z.string()),
})
