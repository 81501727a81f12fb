import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { contrastPrices } from '#science/imaging/contrast-prices.ts';
import { segmentByColor } from '#science/imaging/segment-by-color.ts';
import { strengthAt } from './find-outline.ts';
import { gatherGuesses, type Guess } from './gather-guesses.ts';
import { judgeMask, type MaskSigns } from './judge-mask.ts';
import { overlapOf, scoreMask } from './score-mask.ts';
import { tidyMask } from './tidy-mask.ts';

/** One guess carried through. */
export interface Attempt {
  guess: Guess;
  /** [height x width], 1 inside. */
  inside: Uint8Array;
}

/** An attempt with what is thought of it. */
export interface JudgedAttempt extends Attempt {
  signs: MaskSigns;
  /** Mean IoU with the other attempts. */
  agreement: number;
  score: number;
  /** The score, and how far it is what the prior expects: what it is chosen by. Without a prior the score. */
  preference: number;
}

/** Times that colours are learnt from a guess: most have settled after four. */
const rounds_most = 5;
/** The vote is near what it becomes. */
const rounds_vote = 3;

/** Carries every guess through to a mask, then what they vote for; gives all with their scores, the vote last. */
export function tryGuesses(planes: ColorPlanes, known: { prior?: Float32Array; marks?: Int8Array }): JudgedAttempt[] {
  const prices = contrastPrices(planes, strengthAt(planes));
  const carry = (guess: Guess, rounds: number): Attempt => {
    const { inside } = segmentByColor(planes, { guess: guess.map, marks: known.marks }, { prices, rounds });
    return { guess, inside: tidyMask(inside, planes, known.marks) };
  };
  const tried = gatherGuesses(planes, known.prior).map((guess) => carry(guess, rounds_most));
  const judged = tried.map((attempt) => judgeAttempt(attempt, tried, planes));
  const vote = carry({ name: 'vote', map: takeVote(judged) }, rounds_vote);
  return [...judged, judgeAttempt(vote, tried, planes)];
}

/** Judges an attempt beside the others; it may be one of them. */
export function judgeAttempt({ guess, inside }: Attempt, tried: readonly Attempt[], planes: ColorPlanes): JudgedAttempt {
  const signs = judgeMask(inside, planes);
  const others = tried.filter((other) => other.guess !== guess);
  const agreement = others.reduce((sum, other) => sum + overlapOf(inside, other.inside), 0) / others.length;
  const score = scoreMask(signs, agreement);
  const prior = tried.find(({ guess: { name } }) => name === 'prior')?.guess.map;
  return { guess, inside, signs, agreement, score, preference: score + (prior ? prior_weight * softOverlap(inside, prior) : 0) };
}

/** As much as agreement weighs in a score. */
const prior_weight = 2 / 3;

/** The share of what either has that both have (IoU), for a mask and a probability [height x width]: an unsure prior says little. */
function softOverlap(inside: Uint8Array, chance: Float32Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < inside.length; i++) {
    both += Math.min(inside[i]!, chance[i]!);
    either += Math.max(inside[i]!, chance[i]!);
  }
  return both / Math.max(1, either);
}

/** Score over which an attempt's voice grows by e: attempts within a few hundredths of the best are about as good. */
const vote_softness = 0.05;

/** Gives the share of attempts that a pixel is inside of, the better ones counting more: [height x width]. */
function takeVote(attempts: readonly JudgedAttempt[]): Float32Array {
  const best = Math.max(...attempts.map(({ preference }) => preference));
  const voices = attempts.map(({ preference }) => Math.exp((preference - best) / vote_softness));
  const total = voices.reduce((sum, voice) => sum + voice, 0);
  return Float32Array.from(
    attempts[0]!.inside,
    (_, i) => attempts.reduce((sum, { inside }, k) => sum + inside[i]! * voices[k]!, 0) / total,
  );
}
