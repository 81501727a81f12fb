import { useQueryClient } from '@tanstack/react-query';
import { sizedKind } from '#contract/garment-kinds.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Fitting } from '#contract/fit.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { MeasureForm } from '#web/people/measure-form.tsx';
import { OwnedForm } from '#web/people/owned-form.tsx';
import type { Measure } from '#web/people/units.ts';

type Road = 'garment' | 'height' | 'tape';
const titles = { garment: 'ask.title', height: 'ask.height_title', tape: 'ask.tape_title' } as const;
const leads = { garment: 'ask.lead', height: 'ask.height_lead', tape: 'ask.tape_lead' } as const;
const switches = { garment: 'ask.instead_garment', height: 'ask.instead_height', tape: 'ask.instead_tape' } as const;
const tape: Measure[] = ['chest_cm', 'waist_cm', 'hip_cm', 'inside_leg_cm'];
const legwear = ['trousers', 'jeans', 'shorts', 'skirt'];

/** The one question that helps most, and three other ways to answer it. */
export function AskPanel({ fitting }: { fitting: Fitting }) {
  const t = useTranslate();
  const queries = useQueryClient();
  const [road, setRoad] = useState<Road>('garment');
  const adviseAgain = () => queries.invalidateQueries({ queryKey: ['advice', fitting.session_id] });
  const names: Measure[] =
    road === 'height'
      ? ['height_cm', 'weight_kg']
      : tape.filter((name) => (legwear.includes(fitting.category) ? name !== 'chest_cm' : name !== 'inside_leg_cm'));
  return (
    <section className="ask" aria-labelledby="ask">
      <h2 className="display head" id="ask">
        {t(titles[road])}
      </h2>
      <p className="quiet" style={{ margin: '14px 0 22px' }}>
        {t(leads[road])}
      </p>
      {road === 'garment' ? (
        <OwnedForm profile_id={fitting.profile_id} category={sizedKind(fitting.category)} submit={t('ask.show')} onSaved={adviseAgain} />
      ) : (
        <MeasureForm key={road} profile_id={fitting.profile_id} names={names} submit={t('ask.show')} is_tall onSaved={adviseAgain} />
      )}
      <div className="row wraps wide-gap" style={{ marginTop: 16 }}>
        {(Object.keys(switches) as Road[])
          .filter((other) => other !== road)
          .map((other) => (
            <Button key={other} look="link" onClick={() => setRoad(other)}>
              {t(switches[other])}
            </Button>
          ))}
        <Link className="link small" to="/fitting/$session_id/feedback" params={{ session_id: fitting.session_id }}>
          {t('ask.tried')}
        </Link>
      </div>
    </section>
  );
}
