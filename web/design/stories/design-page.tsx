import * as Direction from 'radix-ui/direction';
import { useEffect } from 'react';
import { PageTitle } from '../page-title.tsx';
import { Radios } from '../radios.tsx';
import { Switch } from '../switch.tsx';
import { type DesignSearch, themes } from './read-design-search.ts';
import type { Story, StoryState } from './story.ts';
import { words } from './words.ts';
import './design-page.css';

/** Every file called `*.story.tsx` beside this one, by name. */
const stories = Object.values(import.meta.glob<Story>('./*.story.tsx', { eager: true, import: 'story' }));

interface Props {
  view: DesignSearch;
  onView: (view: DesignSearch) => void;
}

/** Every component in every state, in the light and in the dark beside each other: where a component is made, and looked at. */
export function DesignPage({ view, onView }: Props) {
  const { theme, is_large = false, is_still = false, is_rtl = false } = view;
  const direction = is_rtl ? 'rtl' : 'ltr';
  useLargeText(is_large);
  return (
    <Direction.Provider dir={direction}>
      <div className="wrap" dir={direction} data-motion={is_still ? 'reduced' : undefined}>
        <PageTitle page={words.page} />
        <h1 className="display hero makers-head">{words.page}</h1>
        <p className="lead quiet">{words.lead}</p>
        <div className="makers-bar">
          <Radios
            legend={words.theme}
            look="choice slim"
            options={themes.map((value) => ({ value, label: words[`theme_${value}`] }))}
            value={theme ?? 'both'}
            onChange={(value) => onView({ ...view, theme: value === 'both' ? undefined : (value as 'light' | 'dark') })}
          />
          <Switch label={words.text_large} is_on={is_large} onChange={(is_on) => onView({ ...view, is_large: is_on || undefined })} />
          <Switch label={words.motion_reduced} is_on={is_still} onChange={(is_on) => onView({ ...view, is_still: is_on || undefined })} />
          <Switch label={words.right_to_left} is_on={is_rtl} onChange={(is_on) => onView({ ...view, is_rtl: is_on || undefined })} />
        </div>
        {stories.map((story) => (
          <StorySection key={story.title} story={story} theme={theme} />
        ))}
      </div>
    </Direction.Provider>
  );
}

function StorySection({ story, theme }: { story: Story; theme: DesignSearch['theme'] }) {
  const shown = theme ? [theme] : (['light', 'dark'] as const);
  return (
    <section className="story" aria-label={story.title}>
      <h2 className="display head">{story.title}</h2>
      <p className="lead quiet">{story.about}</p>
      <div className={theme ? 'panes' : 'panes are-both'}>
        {shown.map((one) => (
          <div key={one} className="pane" data-theme={one} role="group" aria-label={`${story.title}, ${words[`${one}_of`]}`}>
            {story.states.map((state) => (
              <State key={state.name} {...state} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function State({ name, Draw }: StoryState) {
  return (
    <div className="state" data-state={name}>
      <h3 className="small quiet">{name}</h3>
      <Draw />
    </div>
  );
}

/** Sizes of text are in rem, so the root's size is what a browser's own setting changes; it is put back when the page is left. */
function useLargeText(is_large: boolean) {
  useEffect(() => {
    if (!is_large) return undefined;
    const { style } = document.documentElement;
    style.fontSize = '200%';
    return () => void style.removeProperty('font-size');
  }, [is_large]);
}
