import { adviseSize } from './advise.ts';
import { now, sampleGarment, sampleShopper, sampleTry, labels } from './sample-evidence.ts';
import fc from 'fast-check';
const feels = ['too_small','slightly_small','perfect','slightly_large','too_large'] as const;
const E=(a:any)=>labels.reduce((s,l,i)=>s+i*a.all_scores[l].score,0);
const rs = fc.sample(fc.record({h:fc.array(fc.tuple(fc.constantFrom(...labels),fc.constantFrom(...feels)),{maxLength:4}), b:fc.constantFrom({}, {height_cm:178,weight_kg:75},{chest_cm:98},{chest_cm:112},{height_cm:185,weight_kg:100}), s:fc.constantFrom('S','M','L')}),{numRuns:600,seed:3});
let badE=0,badS=0,worst=0,ex:any=null, n=0;
for (const r of rs){ const ev={body:r.b,history:r.h.map(([s,f])=>sampleTry(s,f))}; const a=adviseSize(sampleShopper(ev),sampleGarment(),now); const b=adviseSize(sampleShopper({...ev,history:[...ev.history,sampleTry(r.s,'too_small')]}),sampleGarment(),now); n++;
 if(E(b)<E(a)-1e-6){badE++; if(E(a)-E(b)>worst){worst=E(a)-E(b);ex=[r,E(a),E(b)];}}
 const k=labels.indexOf(r.s); for(let i=0;i<k;i++) if(b.all_scores[labels[i]!]!.score>a.all_scores[labels[i]!]!.score+.003){badS++;break;} }
console.log(n,badE,badS,worst,JSON.stringify(ex));
