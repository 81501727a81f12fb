import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { Notice } from '#contract/inbox.ts';
import { sampleProductPage } from './sample-product-page.ts';
import type { TestHouse } from './test-house.ts';
import type { Visitor } from './test-visitor.ts';

let pages = 0;

/** Starts a fitting of a garment of its own and is advised. */
export async function adviseVisitor(visitor: Visitor, body: object = {}): Promise<{ fitting: Fitting; advice: SizeAdvice }> {
  pages += 1;
  const page_html = sampleProductPage({ code: `AQ${pages}`, name: 'Oxford shirt' });
  const fitting = (await visitor.call<Fitting>('POST', '/v1/tryon/start', { page_html, ...body })).body;
  const advice = (await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id: fitting.session_id })).body;
  return { fitting, advice };
}

/** Lets every question be asked that is due by the house's clock; with FIT_QUESTION_AFTER_DAYS=0 all that were planned. */
export async function askQuestions(house: TestHouse): Promise<void> {
  await house.deliverNews();
  await house.runJobs('inbox.ask');
}

/** Is advised, and asked how it fitted; for a house with FIT_QUESTION_AFTER_DAYS=0. */
export async function askedVisitor(house: TestHouse, visitor: Visitor, body: object = {}): Promise<Notice> {
  const { fitting } = await adviseVisitor(visitor, body);
  await askQuestions(house);
  const url = `/v1/inbox?session_id=${fitting.session_id}`;
  const [notice] = (await visitor.call<{ notices: Notice[] }>('GET', url)).body.notices;
  if (!notice) throw new Error('nothing was asked');
  return notice;
}
