#pragma once
void twf_bad (const TwfPlan *plan);
