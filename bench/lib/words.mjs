// What the invented news speaks of. Every place, publisher and person here is made up.

export const places = words(
  'Port Ellery,Saltmarsh,North Light,Gull Point,Tidewater,Marram Bay,Kelp Haven,Ferrybell,Old Quay,Stony Reach,Lantern Hill,' +
    'Windle Cove,Harrow Sound,Brine Street,Coldwater,Heron Island,Amber Mouth,Sandling,Thornwick,Eastern Narrows',
);

export const subjects = words(
  'Harbour Board,City Council,Coast Guard,Ferry Workers,School Choir,Local Fishers,Young Engineers,Marine Institute,' +
    'Village Bakers,Night Sailors,Rope Makers,Weather Service,Museum Friends,Lighthouse Keepers,Boat Builders,Student Union,' +
    'Tram Drivers,Island Farmers,Bird Watchers,Diving Club,Energy Office,River Trust,Radio Station,Book Fair',
);

export const verbs = words(
  'Open,Rebuild,Question,Welcome,Delay,Test,Vote on,Explain,Map,Share,Restore,Celebrate,Finish,Move,Study,Paint,Count,Defend,' +
    'Expand,Launch,Inspect,Rename,Measure,Light,Cross,Map Out,Fund,Double,Halve,Review',
);

export const adjectives = words(
  'New,Quiet,Electric,Wooden,Floating,Hidden,Forgotten,Tidal,Striped,Frozen,Shared,Public,Solar,Narrow,Ancient,Windy,Cheaper,' +
    'Greener,Second,Longest,Smallest,Open,Salted,Patient,Bright,Moving,Borrowed,Early,Steady,Careful',
);

export const nouns = words(
  'Ferry,Harbour Wall,Seagrass Meadow,Wind Farm,Clock Tower,Tide Table,Fish Market,Bridge,Turbine,Lighthouse,Rope Walk,Canal,' +
    'Library,Footpath,Kelp Forest,Oyster Bed,Weather Buoy,Crane,Cable Car,Slipway,Dry Dock,Sea Wall,Boat Shed,Tram Line,' +
    'Night Market,Salt Works,Reading Room,Radio Mast,Bell,Causeway',
);

export const occasions = words(
  'after Years of Work,before the Storm Season,for the First Time,in Time for Summer,despite Rising Costs,with Help from Schools,' +
    'as Visitors Return,under a New Plan,for a Hundred Years,without a Budget,by Next Spring,in the Dark,at Low Tide,' +
    'after a Long Winter,for Every Household,with Old Tools,against the Odds,as Prices Fall,on Market Day,within a Week',
);

export const plain = words(
  'the,a,of,and,to,in,on,with,from,for,after,before,while,since,their,every,many,some,local,small,large,first,last,next,' +
    'people,work,water,boats,coast,morning,evening,season,summer,winter,plan,report,street,island,town,office,board,meeting,' +
    'engineers,visitors,children,fishers,neighbours,volunteers,prices,tickets,nets,ropes,sails,engines,maps,stones,lamps,' +
    'says,finds,shows,opens,moves,grows,keeps,brings,leaves,returns,begins,ends,costs,saves,carries,needs,' +
    'slowly,early,together,again,nearby,mostly,hardly,quietly,outside,ashore',
);

export const topics = words('Harbour tech,Ferries,Tides,Energy,Sea life,Weather,Boat building');

export const keywords = words('harbour,ferry,tide,turbine,kelp,buoy,dock,mast,quay,current,shoal,swell,anchor,hull');

export const firstNames = words('Ada,Marit,Ivo,Lena,Tomas,Nuri,Esme,Jonas,Pia,Olav');
export const lastNames = words('Quill,Oduya,Marsh,Teller,Keane,Brandt,Sorrel,Winter,Hale,Lund');

const publisherStarts = words(
  'Harbour,Tidewater,Gull,Saltmarsh,North,Ferry,Current,Ellery,Anchor,Lantern,Swell,Coastal,Marram,Kelp',
);
const publisherEnds = words('Times,Post,Courier,Herald,Review');

/** Seventy publishers: name and domain. */
export const publishers = publisherStarts.flatMap(start =>
  publisherEnds.map(end => ({ name: `${start} ${end}`, domain: `${start}${end}.example`.toLowerCase() })),
);

function words(text) {
  return text.split(',');
}
